using TaskGen.Generator.Model;

namespace TaskGen.Generator.Guarding;

/// <summary>Represents the result of a step for one input.</summary>
/// <param name="Values">The output of the step; empty if it failed as a whole.</param>
/// <param name="Failures">The exceptions of the step and of its parts.</param>
internal readonly record struct StepResult<T>(EquatableArray<T> Values, EquatableArray<StepFailure> Failures)
    where T : IEquatable<T>;
