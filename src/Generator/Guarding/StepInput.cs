namespace TaskGen.Generator.Guarding;

/// <summary>
/// Represents an input of a step. An input with which the step has failed equals no other input, not even one with an equal value. The next
/// run therefore replaces it, and the step runs again, because the cause of the failure might have passed.
/// </summary>
internal sealed class StepInput<T>(T value, Attempt attempt) : IEquatable<StepInput<T>>
{
    private volatile bool _hasFailed;

    /// <summary>Gets the value.</summary>
    public T Value => value;

    /// <summary>Records that the step failed with this input.</summary>
    public void Fail()
    {
        _hasFailed = true;
        attempt.Fail();
    }

    /// <inheritdoc/>
    public bool Equals(StepInput<T>? other) =>
        other is not null && !_hasFailed && !other._hasFailed && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StepInput<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;
}
