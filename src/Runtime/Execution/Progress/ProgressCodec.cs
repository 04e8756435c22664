using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TaskGen.Serialization;

namespace TaskGen.Execution;

/// <summary>
/// Converts progress reports to and from JSON: <c>{"a":attempt,"c":current,"t":total,"s":status,"d":detail}</c>. Missing values are
/// omitted.
/// </summary>
internal static class ProgressCodec
{
    public const string Status = "s";

    public const string Detail = "d";

    public static ReadOnlyMemory<byte> Write(ProgressReport report, JsonSerializerOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions);
        writer.WriteStartObject();
        writer.WriteNumber("c"u8, report.Current);
        if (report.Total is { } total)
        {
            writer.WriteNumber("t"u8, total);
        }

        if (report.Status is { } status)
        {
            writer.WriteString("s"u8, status);
        }

        report.WriteDetail(writer, "d"u8, options);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>
    /// Adds the number of the attempt to a report, so that a reader does not show the report of an earlier attempt for a later one.
    /// </summary>
    public static ReadOnlyMemory<byte> WithAttempt(ReadOnlyMemory<byte> report, int attempt)
    {
        var start = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"a\":{attempt},"));
        var tagged = new byte[start.Length + report.Length - 1];
        start.CopyTo(tagged, 0);
        report[1..].CopyTo(tagged.AsMemory(start.Length));
        return tagged;
    }

    /// <summary>
    /// Determines whether a report is of an attempt before the specified one. The attempt of a report that an earlier version wrote is not
    /// known.
    /// </summary>
    public static bool IsBefore(ReadOnlySpan<byte> json, int attempt)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read()
            && reader.Read()
            && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals("a"u8)
            && reader.Read()
            && reader.TokenType == JsonTokenType.Number
            && reader.TryGetInt32(out var written)
            && written < attempt;
    }

    public static TaskProgress Read(ReadOnlySpan<byte> json)
    {
        var (current, total, status, _) = ReadParts(json);
        return new TaskProgress(current, total, status);
    }

    public static TaskProgress<TDetail> Read<TDetail>(
        ReadOnlySpan<byte> json, TaskResultReader<TDetail> readDetail, JsonSerializerOptions options)
    {
        var (current, total, status, detail) = ReadParts(json);
        if (detail.Start.Equals(detail.End))
        {
            return new TaskProgress<TDetail>(current, total, status, default);
        }

        var reader = new Utf8JsonReader(json[detail.Start..detail.End]);
        return new TaskProgress<TDetail>(current, total, status, readDetail(ref reader, options));
    }

    private static (long Current, long? Total, string? Status, Range Detail) ReadParts(ReadOnlySpan<byte> json)
    {
        long current = 0;
        long? total = null;
        string? status = null;
        Range detail = default;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("c"u8))
            {
                reader.Read();
                current = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                total = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                status = reader.GetString();
            }
            else
            {
                var isDetail = reader.ValueTextEquals("d"u8);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (isDetail)
                {
                    detail = start..(int)reader.BytesConsumed;
                }
            }
        }

        return (current, total, status, detail);
    }
}
