namespace TaskGen.Generator.Model;

/// <summary>One value of the attribute that differs from its default.</summary>
/// <param name="Name">The property.</param>
/// <param name="Value">The literal.</param>
internal sealed record SettingModel(string Name, string Value);
