using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>
/// Provides serializers for types that need no JSON metadata, and combines them into serializers for other types, such as arrays. Called by
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Naming", "CA1720:Identifier contains type name", Justification = "Each member is the type of its name, as in Utf8JsonReader.")]
public static class PayloadValue
{
    private const string IsoTime = "c";
    private const string IsoDate = "O";

    /// <summary>Gets the serializer that represents a <c>bool</c> as true or false.</summary>
    public static PayloadValue<bool> Boolean { get; } = new PlainValue<bool>(JsonTokenType.True, "must be true or false",
        static (writer, value) => writer.WriteBooleanValue(value), static (ref reader, out value) => Found(value = reader.GetBoolean()));

    /// <summary>Gets the serializer that represents a <c>byte</c> as a number.</summary>
    public static PayloadValue<byte> Byte { get; } = new PlainValue<byte>(JsonTokenType.Number, Whole<byte>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetByte(out value),
        WholeShape<byte>());

    /// <summary>Gets the serializer that represents an <c>sbyte</c> as a number.</summary>
    public static PayloadValue<sbyte> SByte { get; } = new PlainValue<sbyte>(JsonTokenType.Number, Whole<sbyte>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetSByte(out value),
        WholeShape<sbyte>());

    /// <summary>Gets the serializer that represents a <c>short</c> as a number.</summary>
    public static PayloadValue<short> Int16 { get; } = new PlainValue<short>(JsonTokenType.Number, Whole<short>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetInt16(out value),
        WholeShape<short>());

    /// <summary>Gets the serializer that represents a <c>ushort</c> as a number.</summary>
    public static PayloadValue<ushort> UInt16 { get; } = new PlainValue<ushort>(JsonTokenType.Number, Whole<ushort>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetUInt16(out value),
        WholeShape<ushort>());

    /// <summary>Gets the serializer that represents an <c>int</c> as a number.</summary>
    public static PayloadValue<int> Int32 { get; } = new PlainValue<int>(JsonTokenType.Number, Whole<int>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetInt32(out value),
        WholeShape<int>());

    /// <summary>Gets the serializer that represents a <c>uint</c> as a number.</summary>
    public static PayloadValue<uint> UInt32 { get; } = new PlainValue<uint>(JsonTokenType.Number, Whole<uint>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetUInt32(out value),
        WholeShape<uint>());

    /// <summary>
    /// Gets the serializer that represents a <c>long</c> as a number with all its digits. Other JSON readers might lose digits of numbers
    /// greater than 2^53.
    /// </summary>
    public static PayloadValue<long> Int64 { get; } = new PlainValue<long>(JsonTokenType.Number, Whole<long>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetInt64(out value),
        WholeShape<long>());

    /// <summary>
    /// Gets the serializer that represents a <c>ulong</c> as a number with all its digits. Other JSON readers might lose digits of numbers
    /// greater than 2^53.
    /// </summary>
    public static PayloadValue<ulong> UInt64 { get; } = new PlainValue<ulong>(JsonTokenType.Number, Whole<ulong>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetUInt64(out value),
        WholeShape<ulong>());

    /// <summary>Gets the serializer that represents a <c>float</c> as a number. NaN and infinity are refused.</summary>
    public static PayloadValue<float> Single { get; } =
        new PlainValue<float>(JsonTokenType.Number, "must be a number within the range of float",
            static (writer, value) => writer.WriteNumberValue(float.IsFinite(value) ? value : throw NotFinite()),
            static (ref reader, out value) => reader.TryGetSingle(out value) && float.IsFinite(value));

    /// <summary>Gets the serializer that represents a <c>double</c> as a number. NaN and infinity are refused.</summary>
    public static PayloadValue<double> Double { get; } =
        new PlainValue<double>(JsonTokenType.Number, "must be a number within the range of double",
            static (writer, value) => writer.WriteNumberValue(double.IsFinite(value) ? value : throw NotFinite()),
            static (ref reader, out value) => reader.TryGetDouble(out value) && double.IsFinite(value));

    /// <summary>Gets the serializer that represents a <c>decimal</c> as a number.</summary>
    public static PayloadValue<decimal> Decimal { get; } =
        new PlainValue<decimal>(JsonTokenType.Number, "must be a number within the range of decimal",
            static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetDecimal(out value));

    /// <summary>Gets the serializer that represents a <c>char</c> as a string of one UTF-16 code unit.</summary>
    public static PayloadValue<char> Char { get; } =
        new PlainValue<char>(JsonTokenType.String, "must be a string that consists of one character",
            static (writer, value) => PayloadText.Write(writer, value.ToString()),
            static (ref reader, out value) =>
            {
                var text = reader.GetString()!;
                value = text.Length == 1 ? text[0] : default;
                return text.Length == 1;
            },
            """{"type":"string","minLength":1,"maxLength":1}""");

    /// <summary>Gets the serializer that represents a <c>string</c> as a JSON string.</summary>
    public static PayloadValue<string> String { get; } = new PlainValue<string>(JsonTokenType.String, "must be a string",
        PayloadText.Write, static (ref reader, out value) => Found(value = reader.GetString()!));

    /// <summary>Gets the serializer that represents a <c>Guid</c> as a string of 36 characters, with hyphens.</summary>
    public static PayloadValue<Guid> Guid { get; } =
        new PlainValue<Guid>(JsonTokenType.String, "must be a UUID such as 00000000-0000-0000-0000-000000000000",
            static (writer, value) => writer.WriteStringValue(value), static (ref reader, out value) => reader.TryGetGuid(out value),
            TextShape("uuid"));

    /// <summary>
    /// Gets the serializer that represents a <c>DateTime</c> as an ISO 8601 string, with the offset that its kind requires.
    /// </summary>
    public static PayloadValue<DateTime> DateTime { get; } =
        new PlainValue<DateTime>(JsonTokenType.String, "must be a date and time in ISO 8601 format",
            static (writer, value) => writer.WriteStringValue(value), static (ref reader, out value) => reader.TryGetDateTime(out value),
            TextShape("date-time"));

    /// <summary>Gets the serializer that represents a <c>DateTimeOffset</c> as an ISO 8601 string with its offset.</summary>
    public static PayloadValue<DateTimeOffset> DateTimeOffset { get; } =
        new PlainValue<DateTimeOffset>(JsonTokenType.String, "must be a date and time in ISO 8601 format",
            static (writer, value) => writer.WriteStringValue(value),
            static (ref reader, out value) => reader.TryGetDateTimeOffset(out value), TextShape("date-time"));

    /// <summary>Gets the serializer that represents a <c>DateOnly</c> as an ISO 8601 string.</summary>
    public static PayloadValue<DateOnly> DateOnly { get; } =
        new PlainValue<DateOnly>(JsonTokenType.String, "must be a date such as 2000-12-31",
            static (writer, value) => writer.WriteStringValue(value.ToString(IsoDate, CultureInfo.InvariantCulture)),
            static (ref reader, out value) => System.DateOnly.TryParseExact(
                reader.GetString(), IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
            TextShape("date"));

    /// <summary>
    /// Gets the serializer that represents a <c>TimeOnly</c> as a string such as <c>23:59:59.9999999</c>. The fraction is omitted if it is
    /// zero.
    /// </summary>
    public static PayloadValue<TimeOnly> TimeOnly { get; } =
        new PlainValue<TimeOnly>(JsonTokenType.String, "must be a time of day such as 23:59:59",
            static (writer, value) => writer.WriteStringValue(value.ToTimeSpan().ToString(IsoTime, CultureInfo.InvariantCulture)),
            static (ref reader, out value) =>
            {
                var isTime = System.TimeSpan.TryParseExact(reader.GetString(), IsoTime, CultureInfo.InvariantCulture, out var span)
                    && span >= System.TimeSpan.Zero && span < System.TimeSpan.FromDays(1);
                value = isTime ? System.TimeOnly.FromTimeSpan(span) : default;
                return isTime;
            },
            """{"type":"string","pattern":"^\\d{2}:\\d{2}:\\d{2}(\\.\\d{7})?$"}""");

    /// <summary>
    /// Gets the serializer that represents a <c>TimeSpan</c> as a string such as <c>-1.23:59:59.9999999</c>. The sign, the days, and the
    /// fraction are omitted if they are not needed.
    /// </summary>
    public static PayloadValue<TimeSpan> TimeSpan { get; } =
        new PlainValue<TimeSpan>(JsonTokenType.String, "must be a duration such as 1.23:59:59",
            static (writer, value) => writer.WriteStringValue(value.ToString(IsoTime, CultureInfo.InvariantCulture)),
            static (ref reader, out value) => System.TimeSpan.TryParseExact(
                reader.GetString(), IsoTime, CultureInfo.InvariantCulture, out value),
            """{"type":"string","pattern":"^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{7})?$"}""");

    /// <summary>Gets the serialization of a <c>byte[]</c> as a Base64 string.</summary>
    public static PayloadValue<byte[]> Bytes { get; } = new PlainValue<byte[]>(JsonTokenType.String, "must be a Base64 string",
        static (writer, value) => writer.WriteBase64StringValue(value),
        static (ref reader, out value) => reader.TryGetBytesFromBase64(out value!), """{"type":"string","contentEncoding":"base64"}""");

    /// <summary>Gets the serializer that represents a <c>Uri</c> as the string from which it was created.</summary>
    public static PayloadValue<Uri> Uri { get; } = new PlainValue<Uri>(JsonTokenType.String, "must be a URI",
        static (writer, value) => PayloadText.Write(writer, value.OriginalString),
        static (ref reader, out value) => System.Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out value!),
        TextShape("uri-reference"));

    /// <summary>Gets the serializer that represents the result of a task that returns no value as null.</summary>
    public static PayloadValue<NoResult> NoResult { get; } = new PlainValue<NoResult>(JsonTokenType.Null, "must be null",
        static (writer, _) => writer.WriteNullValue(), static (ref reader, out value) => Found(value = default));

    /// <summary>Gets the serializer that represents a <see cref="global::TaskGen.TaskId"/> as a string.</summary>
    public static PayloadValue<TaskId> TaskId { get; } =
        new PlainValue<TaskId>(JsonTokenType.String, "must be a task id: 32 hexadecimal digits, a dot, and a queue name",
            static (writer, value) => writer.WriteStringValue(
                value.Queue.Length > 0 ? value.ToString() : throw new PayloadProblemException("is an empty task id")),
            static (ref reader, out value) => global::TaskGen.TaskId.TryParse(reader.GetString(), out value));

    /// <summary>Gets the serializer that represents a <see cref="global::TaskGen.TaskFailure"/> as an object.</summary>
    public static PayloadValue<TaskFailure> TaskFailure { get; } = new FailureValue();

    /// <summary>
    /// Creates a serializer that represents an enumeration value as its number. Numbers are used because they stay the same when a member
    /// is renamed.
    /// </summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <typeparam name="TNumber">The underlying type of the enumeration.</typeparam>
    /// <param name="number">The serializer of the underlying type.</param>
    /// <returns>The serializer of the enumeration.</returns>
    public static PayloadValue<TEnum> Enum<TEnum, TNumber>(PayloadValue<TNumber> number)
        where TEnum : struct, Enum
        where TNumber : struct => new EnumValue<TEnum, TNumber>(number);

    /// <summary>Creates a serializer that represents a nullable value type as the value or null.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The serializer of the value.</param>
    /// <returns>The serializer of the nullable value.</returns>
    public static PayloadValue<T?> Nullable<T>(PayloadValue<T> value)
        where T : struct => new NullableValue<T>(value);

    /// <summary>Creates a serializer that represents a nullable reference type as the object or null.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The serializer of the object.</param>
    /// <returns>The serializer of the nullable object.</returns>
    public static PayloadValue<T?> OrNull<T>(PayloadValue<T> value)
        where T : class => new ReferenceOrNullValue<T>(value);

    /// <summary>Creates a serializer that represents an array as a JSON array.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="element">The serializer of an element.</param>
    /// <returns>The serializer of the array.</returns>
    public static PayloadValue<T[]> Array<T>(PayloadValue<T> element) => new ArrayValue<T>(element);

    /// <summary>Creates a serializer that represents a collection as a JSON array. The JSON array is always read into a list.</summary>
    /// <typeparam name="TCollection">The type of the list, or one of the interfaces that it implements.</typeparam>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="element">The serializer of an element.</param>
    /// <returns>The serializer of the collection.</returns>
    public static PayloadValue<TCollection> Collection<TCollection, T>(PayloadValue<T> element)
        where TCollection : class, IEnumerable<T> => new CollectionValue<TCollection, T>(element);

    /// <summary>Creates a serializer that uses the JSON metadata that the application provides for a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The serializer of the type.</returns>
    public static PayloadValue<T> Json<T>() => new JsonValue<T>();

    private static bool Found<T>(T _) => true;

    private static PayloadProblemException NotFinite() => new("is NaN or infinity, which JSON cannot represent");

    private static string Whole<T>()
        where T : System.Numerics.IMinMaxValue<T> =>
        string.Create(CultureInfo.InvariantCulture, $"must be a whole number between {T.MinValue} and {T.MaxValue}");

    private static string WholeShape<T>()
        where T : System.Numerics.IMinMaxValue<T> =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"type":"integer","minimum":{{T.MinValue}},"maximum":{{T.MaxValue}}}""");

    private static string TextShape(string format) => $$"""{"type":"string","format":"{{format}}"}""";
}
