namespace TaskGen.Generator.Model;

/// <summary>Specifies which part of a value is sensitive.</summary>
/// <param name="Members">The names of the sensitive members, at any depth. If the array is empty, the whole value is sensitive.</param>
internal sealed record SensitivityModel(EquatableArray<string> Members)
{
    /// <summary>Gets the model for a value that is sensitive as a whole.</summary>
    public static SensitivityModel Whole { get; } = new(default(EquatableArray<string>));
}
