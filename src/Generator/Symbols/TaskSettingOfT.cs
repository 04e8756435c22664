using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Describes a property of the <c>[Task]</c> attribute, including the type of its values.</summary>
/// <typeparam name="T">The type of the property. For an enumeration, the underlying type.</typeparam>
/// <param name="name">The name of the property.</param>
/// <param name="missing">The value that the property has if the attribute does not set it.</param>
/// <param name="write">A function that formats a value as a literal.</param>
/// <param name="range">The range of valid values; null if the property is not a number.</param>
internal sealed class TaskSetting<T>(string name, T missing, Func<T, string> write, ValueRange? range = null) : TaskSetting(name, range)
{
    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <inheritdoc/>
    public override object? DefaultValue => missing;

    /// <summary>Returns the value that an attribute sets, or the default.</summary>
    public T Read(AttributeData attribute) => AttributeReader.Read(attribute, Name, missing);

    /// <summary>Returns the literal of the value that an attribute sets, or of the default.</summary>
    public string ReadLiteral(AttributeData attribute) => write(Read(attribute));

    /// <inheritdoc/>
    public override string? FindLiteral(AttributeData attribute) =>
        Read(attribute) is var value && EqualityComparer<T>.Default.Equals(value, missing) ? null : write(value);

    /// <inheritdoc/>
    public override IFormattable? FindOutOfRange(AttributeData attribute) =>
        Range is { } range
        && Read(attribute) is IFormattable value
        && !range.Contains(Convert.ToDouble(value, CultureInfo.InvariantCulture))
            ? value
            : null;
}
