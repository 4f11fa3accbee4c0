/* Values, gradients and Hessians written by hand, over columns of points: what the engine is compared with.
 * Reads lines "case order repeats" and answers with the CPU nanoseconds per point.
 * cc -O3 -march=native -fdisable-tree-sincos derivatives.c -lm (gcc fuses sin and cos into a slow scalar call otherwise) */
#include <math.h>
#include <stdio.h>
#include <time.h>

#define N 4096
double x[N], y[N], f[N], gx[N], gy[N], hxx[N], hxy[N], hyx[N], hyy[N];
static const double TAU = 6.283185307179586, PI = 3.141592653589793, E = 2.718281828459045;

static void rosenbrock(int hessian) {
  for (int i = 0; i < N; i++) {
    double u = 1 - x[i], v = y[i] - x[i] * x[i];
    f[i] = u * u + 100 * v * v;
    gx[i] = -2 * u - 400 * x[i] * v;
    gy[i] = 200 * v;
  }
  if (hessian) for (int i = 0; i < N; i++) {
    hxx[i] = 2 - 400 * y[i] + 1200 * x[i] * x[i];
    hxy[i] = hyx[i] = -400 * x[i];
    hyy[i] = 200;
  }
}

static void himmelblau(int hessian) {
  for (int i = 0; i < N; i++) {
    double u = x[i] * x[i] + y[i] - 11, v = x[i] + y[i] * y[i] - 7;
    f[i] = u * u + v * v;
    gx[i] = 4 * x[i] * u + 2 * v;
    gy[i] = 2 * u + 4 * y[i] * v;
  }
  if (hessian) for (int i = 0; i < N; i++) {
    hxx[i] = 12 * x[i] * x[i] + 4 * y[i] - 42;
    hxy[i] = hyx[i] = 4 * (x[i] + y[i]);
    hyy[i] = 12 * y[i] * y[i] + 4 * x[i] - 26;
  }
}

static void ackley(int hessian) {
  for (int i = 0; i < N; i++) {
    double r = sqrt(0.5 * (x[i] * x[i] + y[i] * y[i])), a = exp(-0.2 * r);
    double cx = cos(TAU * x[i]), cy = cos(TAU * y[i]), sx = sin(TAU * x[i]), sy = sin(TAU * y[i]);
    double b = exp(0.5 * (cx + cy)), p = 2 * a / r;
    f[i] = -20 * a - b + E + 20;
    gx[i] = p * x[i] + b * PI * sx;
    gy[i] = p * y[i] + b * PI * sy;
    if (hessian) {
      double q = -p * (0.2 + 1 / r) / (2 * r);
      hxx[i] = p + q * x[i] * x[i] + b * PI * PI * (2 * cx - sx * sx);
      hxy[i] = hyx[i] = q * x[i] * y[i] - b * PI * PI * sx * sy;
      hyy[i] = p + q * y[i] * y[i] + b * PI * PI * (2 * cy - sy * sy);
    }
  }
}

static void rastrigin(int hessian) {
  for (int i = 0; i < N; i++) {
    double cx = cos(TAU * x[i]), cy = cos(TAU * y[i]);
    f[i] = 20 + x[i] * x[i] - 10 * cx + y[i] * y[i] - 10 * cy;
    gx[i] = 2 * x[i] + 20 * PI * sin(TAU * x[i]);
    gy[i] = 2 * y[i] + 20 * PI * sin(TAU * y[i]);
    if (hessian) {
      hxx[i] = 2 + 40 * PI * PI * cx;
      hxy[i] = hyx[i] = 0;
      hyy[i] = 2 + 40 * PI * PI * cy;
    }
  }
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
  void (*cases[])(int) = { rosenbrock, himmelblau, ackley, rastrigin };
  int which, order, repeats;
  while (scanf("%d %d %d", &which, &order, &repeats) == 3) {
    for (int i = 0; i < N; i++) {
      x[i] = 10 * fmod(i * 0.6180339887498949, 1) - 5;
      y[i] = 10 * fmod(i * 0.7548776662466927, 1) - 5;
    }
    double begin = seconds();
    for (int k = 0; k < repeats; k++) {
      cases[which](order == 2);
      __asm__ volatile("" ::: "memory");
    }
    printf("%.6f\n", (seconds() - begin) * 1e9 / ((double)repeats * N));
    fflush(stdout);
  }
  return 0;
}
