namespace TaskGen.Generator.Model;

/// <summary>Represents a property of a <c>[Task]</c> attribute whose value differs from the default.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Value">The literal of the value.</param>
internal sealed record SettingModel(string Name, string Value);
