using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>How the types that need no description travel, and how others are put together from them. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Naming", "CA1720:Identifier contains type name", Justification = "Each member is the type of its name, as in Utf8JsonReader.")]
public static class PayloadValue
{
    private const string IsoTime = "c";
    private const string IsoDate = "O";

    /// <summary>true or false.</summary>
    public static PayloadValue<bool> Boolean { get; } = new PlainValue<bool>(JsonTokenType.True, "must be true or false",
        static (writer, value) => writer.WriteBooleanValue(value), static (ref reader, out value) => Found(value = reader.GetBoolean()));

    /// <summary>A number.</summary>
    public static PayloadValue<byte> Byte { get; } = new PlainValue<byte>(JsonTokenType.Number, Whole<byte>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetByte(out value),
        WholeShape<byte>());

    /// <summary>A number.</summary>
    public static PayloadValue<sbyte> SByte { get; } = new PlainValue<sbyte>(JsonTokenType.Number, Whole<sbyte>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetSByte(out value),
        WholeShape<sbyte>());

    /// <summary>A number.</summary>
    public static PayloadValue<short> Int16 { get; } = new PlainValue<short>(JsonTokenType.Number, Whole<short>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetInt16(out value),
        WholeShape<short>());

    /// <summary>A number.</summary>
    public static PayloadValue<ushort> UInt16 { get; } = new PlainValue<ushort>(JsonTokenType.Number, Whole<ushort>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetUInt16(out value),
        WholeShape<ushort>());

    /// <summary>A number.</summary>
    public static PayloadValue<int> Int32 { get; } = new PlainValue<int>(JsonTokenType.Number, Whole<int>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetInt32(out value),
        WholeShape<int>());

    /// <summary>A number.</summary>
    public static PayloadValue<uint> UInt32 { get; } = new PlainValue<uint>(JsonTokenType.Number, Whole<uint>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetUInt32(out value),
        WholeShape<uint>());

    /// <summary>A number with all its digits: other readers may need care above 2^53.</summary>
    public static PayloadValue<long> Int64 { get; } = new PlainValue<long>(JsonTokenType.Number, Whole<long>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetInt64(out value),
        WholeShape<long>());

    /// <summary>A number with all its digits: other readers may need care above 2^53.</summary>
    public static PayloadValue<ulong> UInt64 { get; } = new PlainValue<ulong>(JsonTokenType.Number, Whole<ulong>(),
        static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetUInt64(out value),
        WholeShape<ulong>());

    /// <summary>A number; NaN and the infinities are none.</summary>
    public static PayloadValue<float> Single { get; } =
        new PlainValue<float>(JsonTokenType.Number, "must be a number that a Single can hold",
            static (writer, value) => writer.WriteNumberValue(float.IsFinite(value) ? value : throw NotFinite()),
            static (ref reader, out value) => reader.TryGetSingle(out value) && float.IsFinite(value));

    /// <summary>A number; NaN and the infinities are none.</summary>
    public static PayloadValue<double> Double { get; } =
        new PlainValue<double>(JsonTokenType.Number, "must be a number that a Double can hold",
            static (writer, value) => writer.WriteNumberValue(double.IsFinite(value) ? value : throw NotFinite()),
            static (ref reader, out value) => reader.TryGetDouble(out value) && double.IsFinite(value));

    /// <summary>A number.</summary>
    public static PayloadValue<decimal> Decimal { get; } =
        new PlainValue<decimal>(JsonTokenType.Number, "must be a number that a Decimal can hold",
            static (writer, value) => writer.WriteNumberValue(value), static (ref reader, out value) => reader.TryGetDecimal(out value));

    /// <summary>A string of one UTF-16 character.</summary>
    public static PayloadValue<char> Char { get; } = new PlainValue<char>(JsonTokenType.String, "must be a string of one character",
        static (writer, value) => PayloadText.Write(writer, value.ToString()),
        static (ref reader, out value) =>
        {
            var text = reader.GetString()!;
            value = text.Length == 1 ? text[0] : default;
            return text.Length == 1;
        },
        """{"type":"string","minLength":1,"maxLength":1}""");

    /// <summary>A string.</summary>
    public static PayloadValue<string> String { get; } = new PlainValue<string>(JsonTokenType.String, "must be a string",
        PayloadText.Write, static (ref reader, out value) => Found(value = reader.GetString()!));

    /// <summary>A string of 36 characters.</summary>
    public static PayloadValue<Guid> Guid { get; } =
        new PlainValue<Guid>(JsonTokenType.String, "must be a UUID such as 00000000-0000-0000-0000-000000000000",
            static (writer, value) => writer.WriteStringValue(value), static (ref reader, out value) => reader.TryGetGuid(out value),
            TextShape("uuid"));

    /// <summary>ISO 8601, with the offset its kind asks for.</summary>
    public static PayloadValue<DateTime> DateTime { get; } =
        new PlainValue<DateTime>(JsonTokenType.String, "must be a date and time in ISO 8601",
            static (writer, value) => writer.WriteStringValue(value), static (ref reader, out value) => reader.TryGetDateTime(out value),
            TextShape("date-time"));

    /// <summary>ISO 8601, with its offset.</summary>
    public static PayloadValue<DateTimeOffset> DateTimeOffset { get; } =
        new PlainValue<DateTimeOffset>(JsonTokenType.String, "must be a date and time in ISO 8601",
            static (writer, value) => writer.WriteStringValue(value),
            static (ref reader, out value) => reader.TryGetDateTimeOffset(out value), TextShape("date-time"));

    /// <summary>ISO 8601.</summary>
    public static PayloadValue<DateOnly> DateOnly { get; } =
        new PlainValue<DateOnly>(JsonTokenType.String, "must be a date such as 2000-12-31",
            static (writer, value) => writer.WriteStringValue(value.ToString(IsoDate, CultureInfo.InvariantCulture)),
            static (ref reader, out value) => System.DateOnly.TryParseExact(
                reader.GetString(), IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
            TextShape("date"));

    /// <summary><c>23:59:59.9999999</c>, the fraction only where there is one.</summary>
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

    /// <summary><c>-1.23:59:59.9999999</c>: sign, days and fraction only where there are some.</summary>
    public static PayloadValue<TimeSpan> TimeSpan { get; } =
        new PlainValue<TimeSpan>(JsonTokenType.String, "must be a duration such as 1.23:59:59",
            static (writer, value) => writer.WriteStringValue(value.ToString(IsoTime, CultureInfo.InvariantCulture)),
            static (ref reader, out value) => System.TimeSpan.TryParseExact(
                reader.GetString(), IsoTime, CultureInfo.InvariantCulture, out value),
            """{"type":"string","pattern":"^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{7})?$"}""");

    /// <summary>Base64.</summary>
    public static PayloadValue<byte[]> Bytes { get; } = new PlainValue<byte[]>(JsonTokenType.String, "must be bytes in Base64",
        static (writer, value) => writer.WriteBase64StringValue(value),
        static (ref reader, out value) => reader.TryGetBytesFromBase64(out value!), """{"type":"string","contentEncoding":"base64"}""");

    /// <summary>The text it was made from.</summary>
    public static PayloadValue<Uri> Uri { get; } = new PlainValue<Uri>(JsonTokenType.String, "must be a URI",
        static (writer, value) => PayloadText.Write(writer, value.OriginalString),
        static (ref reader, out value) => System.Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out value!),
        TextShape("uri-reference"));

    /// <summary>The result of a void task: null.</summary>
    public static PayloadValue<NoResult> NoResult { get; } = new PlainValue<NoResult>(JsonTokenType.Null, "must be null",
        static (writer, _) => writer.WriteNullValue(), static (ref reader, out value) => Found(value = default));

    /// <summary>The text of an id.</summary>
    public static PayloadValue<TaskId> TaskId { get; } =
        new PlainValue<TaskId>(JsonTokenType.String, "must be the id of a task: 32 hexadecimal digits, a dot, and the name of a queue",
            static (writer, value) => writer.WriteStringValue(
                value.Queue.Length > 0 ? value.ToString() : throw new PayloadProblemException("is an empty id")),
            static (ref reader, out value) => global::TaskGen.TaskId.TryParse(reader.GetString(), out value));

    /// <summary>An object with the texts and numbers of the failure.</summary>
    public static PayloadValue<TaskFailure> TaskFailure { get; } = new FailureValue();

    /// <summary>The number of an enumeration: names may change, numbers are the contract.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <typeparam name="TNumber">Its underlying type.</typeparam>
    /// <param name="number">How the number travels.</param>
    /// <returns>How the enumeration travels.</returns>
    public static PayloadValue<TEnum> Enum<TEnum, TNumber>(PayloadValue<TNumber> number)
        where TEnum : struct, Enum
        where TNumber : struct => new EnumValue<TEnum, TNumber>(number);

    /// <summary>A value or null.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">How the value travels.</param>
    /// <returns>How both travel.</returns>
    public static PayloadValue<T?> Nullable<T>(PayloadValue<T> value)
        where T : struct => new NullableValue<T>(value);

    /// <summary>An object or null.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">How the object travels.</param>
    /// <returns>How both travel.</returns>
    public static PayloadValue<T?> OrNull<T>(PayloadValue<T> value)
        where T : class => new ReferenceOrNullValue<T>(value);

    /// <summary>A JSON array.</summary>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="element">How an element travels.</param>
    /// <returns>How the array travels.</returns>
    public static PayloadValue<T[]> Array<T>(PayloadValue<T> element) => new ArrayValue<T>(element);

    /// <summary>A JSON array that is read into a list.</summary>
    /// <typeparam name="TCollection">The list, or one of the interfaces it implements.</typeparam>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <param name="element">How an element travels.</param>
    /// <returns>How the collection travels.</returns>
    public static PayloadValue<TCollection> Collection<TCollection, T>(PayloadValue<T> element)
        where TCollection : class, IEnumerable<T> => new CollectionValue<TCollection, T>(element);

    /// <summary>A type that the user's own JSON descriptions know.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>How it travels.</returns>
    public static PayloadValue<T> Json<T>() => new JsonValue<T>();

    private static bool Found<T>(T _) => true;

    private static PayloadProblemException NotFinite() => new("is NaN or infinite, which JSON cannot hold");

    private static string Whole<T>()
        where T : System.Numerics.IMinMaxValue<T> =>
        string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {T.MinValue} to {T.MaxValue}");

    private static string WholeShape<T>()
        where T : System.Numerics.IMinMaxValue<T> =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"type":"integer","minimum":{{T.MinValue}},"maximum":{{T.MaxValue}}}""");

    private static string TextShape(string format) => $$"""{"type":"string","format":"{{format}}"}""";
}
