using System.Buffers;
using System.Text.Json;
using TaskGen.Serialization;

namespace TaskGen.Execution;

/// <summary>
/// Removes sensitive values from a progress report. Programs read the detail of a report, so a masked value keeps its JSON type: a number
/// becomes 0, and a GUID or a time becomes the lowest value of its type. The amounts of completed and total work are not changed.
/// </summary>
internal static class RedactedProgress
{
    public static ReadOnlyMemory<byte> Write(
        ReadOnlyMemory<byte> report, SecretTexts secrets, IReadOnlyList<string>? detailMembers, JsonSerializerOptions options)
    {
        using var document = JsonDocument.Parse(report);
        var names = detailMembers is null ? null : new SensitiveNames(detailMembers, options);
        var buffer = new ArrayBufferWriter<byte>(report.Length);
        using var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions);
        writer.WriteStartObject();
        foreach (var part in document.RootElement.EnumerateObject())
        {
            writer.WritePropertyName(part.Name);
            if (part.NameEquals(ProgressCodec.Detail))
            {
                WriteDetail(writer, part.Value, secrets, names);
            }
            else if (part.NameEquals(ProgressCodec.Status))
            {
                writer.WriteStringValue(secrets.Redact(part.Value.GetString() ?? ""));
            }
            else
            {
                part.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteDetail(Utf8JsonWriter writer, JsonElement value, SecretTexts secrets, SensitiveNames? names)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    // The name can be a dictionary key, which can itself be sensitive.
                    writer.WritePropertyName(secrets.IsUnknown ? member.Name : secrets.Redact(member.Name));
                    if (names?.Contains(member.Name) == true)
                    {
                        WriteBlank(writer, member.Value);
                    }
                    else
                    {
                        WriteDetail(writer, member.Value, secrets, names);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    WriteDetail(writer, element, secrets, names);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when secrets.Has(value.GetString()!):
                WriteBlank(writer, value);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(secrets.Redact(value.GetString()!));
                break;

            // A short number that equals a sensitive number is probably a coincidence.
            case JsonValueKind.Number when value.GetRawText() is { Length: >= SecretTexts.LeastInside } number && secrets.Has(number):
                WriteBlank(writer, value);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteBlank(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteBlank(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(BlankOf(value));
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(0);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(false);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static string BlankOf(JsonElement value)
    {
        var text = value.GetString()!;
        return value switch
        {
            _ when value.TryGetGuid(out _) => Guid.Empty.ToString(),
            _ when value.TryGetDateTime(out _) => text.Contains('T', StringComparison.Ordinal) ? "0001-01-01T00:00:00Z" : "0001-01-01",
            _ when TimeSpan.TryParseExact(text, "c", null, out _) => "00:00:00",
            _ => SensitiveJson.Mask,
        };
    }
}
