using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>A property of <c>[Task]</c> with the type of its values.</summary>
/// <typeparam name="T">The type; of an enumeration the underlying one.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="missing">Its value where the attribute does not give it.</param>
/// <param name="write">Writes a value as code.</param>
/// <param name="range">The numbers that it may have; null where it is no number.</param>
internal sealed class TaskSetting<T>(string name, T missing, Func<T, string> write, ValueRange? range = null) : TaskSetting(name, range)
{
    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <inheritdoc/>
    public override object? DefaultValue => missing;

    /// <summary>Its value.</summary>
    public T Read(AttributeData attribute) => AttributeReader.Read(attribute, Name, missing);

    /// <summary>Its value as code.</summary>
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
