using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>A property of <c>[Task]</c>.</summary>
/// <param name="name">Its name.</param>
/// <param name="range">The numbers that it may have; null where it is no number.</param>
internal abstract class TaskSetting(string name, ValueRange? range)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The numbers that it may have; null where it is no number.</summary>
    public ValueRange? Range => range;

    /// <summary>The type of its values; of an enumeration the underlying one.</summary>
    public abstract Type Type { get; }

    /// <summary>Its value where the attribute does not give it.</summary>
    public abstract object? DefaultValue { get; }

    /// <summary>Whether the attribute gives it.</summary>
    public bool IsGiven(AttributeData attribute) => AttributeReader.IsGiven(attribute, name);

    /// <summary>Its value as code; null where that is the default.</summary>
    public abstract string? FindLiteral(AttributeData attribute);

    /// <summary>Its value where that is out of its range; null where it is not.</summary>
    public abstract IFormattable? FindOutOfRange(AttributeData attribute);
}
