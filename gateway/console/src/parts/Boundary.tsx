import { Component, type ReactNode } from 'react';

/** Keeps a page that broke from taking the rest with it; another page starts anew. */
export class Boundary extends Component<{ page: string; children: ReactNode }, { broken: string | null }> {
  override state = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: string } {
    return { broken: String(error) };
  }

  override componentDidUpdate(before: { page: string }): void {
    if (before.page !== this.props.page && this.state.broken !== null) this.setState({ broken: null });
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children;
    return (
      <div role="alert" className="problem">
        <strong>This page could not be shown</strong>
        <p>The gateway answered something the console does not understand: {this.state.broken}</p>
        <button type="button" onClick={() => this.setState({ broken: null })}>
          Try again
        </button>
      </div>
    );
  }
}
