namespace TaskGen.CompilerServices;

/// <summary>Represents one step from a JSON value to a value inside it.</summary>
/// <param name="Name">The name of the property; null for an element of an array.</param>
/// <param name="Index">The zero-based index of the property or the element.</param>
internal readonly record struct JsonStep(string? Name, int Index);
