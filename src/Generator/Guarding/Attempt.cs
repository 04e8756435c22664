namespace TaskGen.Generator.Guarding;

/// <summary>
/// Represents one run of the pipeline, or several runs in a row in which no step failed. An attempt equals the next one unless a step has
/// failed. The pipeline therefore keeps the first attempt, and notices after a failure that a step must run again.
/// </summary>
internal sealed class Attempt : IEquatable<Attempt>
{
    private volatile bool _hasFailed;

    /// <summary>Records that a step failed.</summary>
    public void Fail() => _hasFailed = true;

    /// <inheritdoc/>
    public bool Equals(Attempt? other) => other is not null && !_hasFailed && !other._hasFailed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Attempt);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
