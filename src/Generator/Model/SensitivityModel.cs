namespace TaskGen.Generator.Model;

/// <summary>What of a value must not be seen by people.</summary>
/// <param name="Members">The members that are sensitive wherever they stand beneath it; none: all of it.</param>
internal sealed record SensitivityModel(EquatableArray<string> Members)
{
    /// <summary>All of it.</summary>
    public static SensitivityModel Whole { get; } = new(default(EquatableArray<string>));
}
