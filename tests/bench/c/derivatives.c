/* What the engine is compared with, written by hand: values, gradients and Hessians over columns of points (orders 1 and 2), surfaces (0),
 * descents with momentum from many starts side by side (3), and one run of Adam (4).
 * Reads lines "case order repeats" and answers with the CPU nanoseconds per point, or per step of a descent.
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

/* Heights over a grid of SIDE x SIDE, the domain being [-5, 5]^2. */
#define SIDE 1024
double heights[SIDE * SIDE];

#define SURFACE(name, formula) \
  static void name(void) { \
    for (int j = 0; j < SIDE; j++) { \
      double b = 10.0 * j / (SIDE - 1) - 5; \
      for (int i = 0; i < SIDE; i++) { \
        double a = 10.0 * i / (SIDE - 1) - 5; \
        heights[j * SIDE + i] = formula; \
      } \
    } \
  }
SURFACE(rosenbrock_surface, (1 - a) * (1 - a) + 100 * (b - a * a) * (b - a * a))
SURFACE(himmelblau_surface, (a * a + b - 11) * (a * a + b - 11) + (a + b * b - 7) * (a + b * b - 7))
SURFACE(ackley_surface, -20 * exp(-0.2 * sqrt(0.5 * (a * a + b * b))) - exp(0.5 * (cos(TAU * a) + cos(TAU * b))) + E + 20)
SURFACE(rastrigin_surface, 20 + a * a - 10 * cos(TAU * a) + b * b - 10 * cos(TAU * b))

/* STEPS steps with momentum from N starts, LANES of them at a time: their state stays in the first-level cache. */
#define STEPS 500
#define LANES 64
#define MAP(name, slope_x, slope_y) \
  static void name(void) { \
    double u[LANES], v[LANES], a[LANES], b[LANES]; \
    for (int from = 0; from < N; from += LANES) { \
      for (int i = 0; i < LANES; i++) u[i] = v[i] = 0, a[i] = x[from + i], b[i] = y[from + i]; \
      for (int t = 0; t < STEPS; t++) for (int i = 0; i < LANES; i++) { \
        double p = a[i], q = b[i]; \
        u[i] = 0.9 * u[i] + (slope_x); \
        v[i] = 0.9 * v[i] + (slope_y); \
        a[i] = p - 0.001 * u[i]; \
        b[i] = q - 0.001 * v[i]; \
      } \
      for (int i = 0; i < LANES; i++) f[from + i] = a[i], gx[from + i] = b[i]; \
    } \
  }
MAP(himmelblau_map, 4 * p * (p * p + q - 11) + 2 * (p + q * q - 7), 2 * (p * p + q - 11) + 4 * q * (p + q * q - 7))
MAP(rastrigin_map, 2 * p + 20 * PI * sin(TAU * p), 2 * q + 20 * PI * sin(TAU * q))

/* 10,000 steps of Adam from (-1.5, 2). */
#define ADAM_STEPS 10000
static void rosenbrock_adam(void) {
  double a = -1.5, b = 2, m0 = 0, m1 = 0, v0 = 0, v1 = 0;
  for (int t = 1; t <= ADAM_STEPS; t++) {
    double w = b - a * a, g0 = -2 * (1 - a) - 400 * a * w, g1 = 200 * w;
    double c1 = 1 - pow(0.9, t), c2 = 1 - pow(0.999, t);
    m0 = 0.9 * m0 + 0.1 * g0, m1 = 0.9 * m1 + 0.1 * g1;
    v0 = 0.999 * v0 + 0.001 * g0 * g0, v1 = 0.999 * v1 + 0.001 * g1 * g1;
    a -= 0.01 * (m0 / c1) / (sqrt(v0 / c2) + 1e-8);
    b -= 0.01 * (m1 / c1) / (sqrt(v1 / c2) + 1e-8);
  }
  f[0] = a, f[1] = b;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
  void (*cases[])(int) = { rosenbrock, himmelblau, ackley, rastrigin };
  void (*surfaces[])(void) = { rosenbrock_surface, himmelblau_surface, ackley_surface, rastrigin_surface };
  void (*maps[])(void) = { 0, himmelblau_map, 0, rastrigin_map };
  int which, order, repeats;
  while (scanf("%d %d %d", &which, &order, &repeats) == 3) {
    for (int i = 0; i < N; i++) {
      x[i] = 10 * fmod(i * 0.6180339887498949, 1) - 5;
      y[i] = 10 * fmod(i * 0.7548776662466927, 1) - 5;
    }
    double units = order == 0 ? SIDE * SIDE : order == 3 ? (double)N * STEPS : order == 4 ? ADAM_STEPS : N;
    double begin = seconds();
    for (int k = 0; k < repeats; k++) {
      if (order == 0) surfaces[which]();
      else if (order == 3) maps[which]();
      else if (order == 4) rosenbrock_adam();
      else cases[which](order == 2);
      __asm__ volatile("" ::: "memory");
    }
    printf("%.6f\n", (seconds() - begin) * 1e9 / (repeats * units));
    fflush(stdout);
  }
  return 0;
}
