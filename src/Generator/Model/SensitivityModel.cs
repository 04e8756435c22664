namespace TaskGen.Generator.Model;

/// <summary>The sensitive part of a value.</summary>
/// <param name="Members">The names of the sensitive members, at any depth below the value. If empty, the whole value is sensitive.</param>
internal sealed record SensitivityModel(EquatableArray<string> Members)
{
    /// <summary>Gets the model of a value that is sensitive as a whole.</summary>
    public static SensitivityModel Whole { get; } = new(default(EquatableArray<string>));
}
