using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Guarding;

/// <summary>Represents a step of a guarded pipeline.</summary>
/// <param name="inputs">The values as inputs of other steps.</param>
/// <param name="values">The values.</param>
internal readonly struct GuardedStep<T>(IncrementalValuesProvider<StepInput<T>> inputs, IncrementalValuesProvider<T> values)
{
    /// <summary>Gets the values of the step as inputs of other steps.</summary>
    public IncrementalValuesProvider<StepInput<T>> Inputs => inputs;

    /// <summary>Gets the values of the step, to collect them or to combine them with others.</summary>
    public IncrementalValuesProvider<T> Values => values;
}
