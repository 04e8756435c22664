using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TaskGen.Definitions;

namespace TaskGen.Dispatch;

/// <summary>
/// Creates idempotency keys, which are the same for equal dispatches. An idempotency key is a hash of the name (see <see cref="NameFor"/>)
/// and of either the string that the caller specifies or the arguments in canonical form. In the canonical form, the properties of each
/// JSON object are sorted, at any depth. A key that is computed from a caller's string never equals a key that is computed from arguments.
/// </summary>
internal static class IdempotencyKeys
{
    public const int MaxExplicitLength = 1024;

    /// <summary>
    /// Gets the name from which idempotency keys are computed: the first alias, which is the original name of the task, or the wire name if
    /// the task has no alias. Keys therefore stay valid when a task is renamed, because callers that use the old name and callers that use
    /// the new name create the same keys.
    /// </summary>
    public static string NameFor(string name, IReadOnlyList<string> aliases) => aliases is [var first, ..] ? first : name;

    /// <summary>
    /// Gets the idempotency key of a dispatch for which all arguments are specified; <see langword="null"/> if the dispatch has no key.
    /// </summary>
    public static string? Of<TTask, TArgs, TResult>(
        EnqueueOptions options, in TArgs payload, ReadOnlyMemory<byte> arguments, WrittenPayload? written, JsonSerializerOptions json)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var name = NameFor(TTask.Name, TTask.Aliases);
        return options.IdempotencyKey is { } key ? FromCaller(name, key)
            : TTask.Defaults.Idempotent ? FromArguments(
                name, written?.KeyArguments ?? PayloadCodec.WriteKey<TTask, TArgs, TResult>(payload, arguments, json))
            : null;
    }

    public static string FromCaller(string name, string key) => Hash(name, "key"u8, Encoding.UTF8.GetBytes(key));

    public static string FromArguments(string name, ReadOnlyMemory<byte> json) => Hash(name, "arguments"u8, Canonical(json).Span);

    /// <summary>Determines whether two JSON values have the same canonical form.</summary>
    public static bool AreEqual(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> other) =>
        json.Span.SequenceEqual(other.Span) || Canonical(json).Span.SequenceEqual(Canonical(other).Span);

    private static ReadOnlyMemory<byte> Canonical(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var canonical = new ArrayBufferWriter<byte>(json.Length + 16);

        // The default encoder, and not that of the payload: keys that earlier versions have stored stay valid.
        using var writer = new Utf8JsonWriter(canonical);
        WriteCanonical(writer, document.RootElement);
        writer.Flush();
        return canonical.WrittenMemory;
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(static property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteCanonical(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteCanonical(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Hash(string name, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(name));
        hash.AppendData([0]);
        hash.AppendData(kind);
        hash.AppendData([0]);
        hash.AppendData(content);
        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }
}
