"use client";

import { onlineManager, QueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";

interface BoundaryProps {
  children: ReactNode;
  /** A change of it tries again. */
  resetKey: string;
  onReset: () => void;
  failed: (error: unknown, retry: () => void) => ReactNode;
}

class Boundary extends Component<BoundaryProps, { failure: { error: unknown } | null }> {
  override state: { failure: { error: unknown } | null } = { failure: null };

  private stop: (() => void) | undefined;

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  // What failed for want of a connection is asked for again when there is one.
  override componentDidMount() {
    this.stop = onlineManager.subscribe((online) => {
      if (online && this.state.failure !== null) this.retry();
    });
  }

  override componentWillUnmount() {
    this.stop?.();
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.failure !== null) this.retry();
  }

  retry = () => {
    this.props.onReset();
    this.setState({ failure: null });
  };

  override render() {
    const { failure } = this.state;
    return failure ? this.props.failed(failure.error, this.retry) : this.props.children;
  }
}

/** Shows what `failed` gives, in place, when a query below fails; trying again asks the server again. */
export function QueryBoundary({ children, resetKey = "", failed }: Partial<BoundaryProps>) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary resetKey={resetKey} onReset={reset} failed={failed ?? (() => null)}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}
