using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Describes a property of the <c>[Task]</c> attribute.</summary>
/// <param name="name">The name of the property.</param>
/// <param name="range">The range of valid values; null if the property is not a number.</param>
internal abstract class TaskSetting(string name, ValueRange? range)
{
    /// <summary>Gets the name of the property.</summary>
    public string Name => name;

    /// <summary>Gets the range of valid values; null if the property is not a number.</summary>
    public ValueRange? Range => range;

    /// <summary>Gets the type of the property. For an enumeration, the underlying type.</summary>
    public abstract Type Type { get; }

    /// <summary>Gets the value that the property has if the attribute does not set it.</summary>
    public abstract object? DefaultValue { get; }

    /// <summary>Determines whether an attribute sets the property.</summary>
    public bool IsGiven(AttributeData attribute) => AttributeReader.IsGiven(attribute, name);

    /// <summary>Returns the literal of the value that an attribute sets; null if the value equals the default.</summary>
    public abstract string? FindLiteral(AttributeData attribute);

    /// <summary>Returns the value that an attribute sets if it is out of range; otherwise, null.</summary>
    public abstract IFormattable? FindOutOfRange(AttributeData attribute);
}
