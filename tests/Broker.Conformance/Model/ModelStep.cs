namespace Broker.Conformance;

/// <summary>
/// A random step: what to do, and numbers out of which its arguments are made, so that any step makes sense in any state.
/// </summary>
internal readonly record struct ModelStep(ModelAction Action, int A, int B, int C, int D);
