/** What the page shows where drawing it failed. The experiment itself is safe in the address bar. */
import { Component, type ReactNode } from 'react'
import './boundary.css'

interface Props {
  /** What stands here, as a sentence starts: `The map`. The whole page where absent. */
  readonly what?: string
  readonly children: ReactNode
}

interface Caught {
  readonly failed: Error | undefined
}

export class Boundary extends Component<Props, Caught> {
  override state: Caught = { failed: undefined }

  static getDerivedStateFromError(failed: unknown) {
    return { failed: failed instanceof Error ? failed : new Error(String(failed)) }
  }

  override render() {
    const { failed } = this.state
    if (failed === undefined) return this.props.children
    return this.props.what === undefined ? <BrokenPage error={failed} /> : (
      <div className="broken-part" role="alert">
        <p>
          <strong>{this.props.what} could not be drawn.</strong> The rest of the page still works.
        </p>
        <p className="quiet small">{failed.message}</p>
        <button type="button" className="line-button" onClick={() => this.setState({ failed: undefined })}>
          Try again
        </button>
      </div>
    )
  }
}

function BrokenPage({ error }: { error: Error }) {
  return (
    <main className="broken-page" role="alert">
      <h1>This page stopped drawing.</h1>
      <p>Your experiment is in the address bar: reloading opens it again, with everything you set.</p>
      <p>If it happens again, open the start page instead and set it up step by step.</p>
      <div className="actions">
        <button type="button" className="solid-button" onClick={() => location.reload()}>
          Reload
        </button>
        <a className="line-button" href={location.pathname}>
          Open the start page
        </a>
      </div>
      <details>
        <summary>What went wrong</summary>
        <pre>{error.message}</pre>
      </details>
    </main>
  )
}
