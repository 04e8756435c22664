using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Exceptions;
using TaskGen.Serialization;

namespace TaskGen.Definitions;

/// <summary>
/// Converts whole payloads and results to and from UTF-8 JSON. Every failure is reported as an exception that names the task.
/// </summary>
internal static class PayloadCodec
{
    /// <summary>
    /// The maximum nesting depth of JSON. It is sufficient for real data, but low enough that no payload can exhaust the stack.
    /// </summary>
    public const int MaxDepth = 32;

    private static readonly JsonWriterOptions WriterOptions = WireEncoder.WriterOptions with { MaxDepth = MaxDepth };

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    // For JSON that might have been written by hand, with comments and trailing commas.
    private static readonly JsonReaderOptions LenientOptions = new()
    {
        MaxDepth = MaxDepth,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static void WriteArgs<TTask, TArgs, TResult>(IBufferWriter<byte> buffer, in TArgs args, JsonSerializerOptions options)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        try
        {
            using var writer = new Utf8JsonWriter(buffer, WriterOptions);
            TTask.WriteArgs(writer, args, options);
            writer.Flush();
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            throw Problem(TTask.Name, exception, TTask.Sensitivity is not null);
        }
    }

    /// <summary>Writes some of the arguments of a task.</summary>
    public static void WriteArgs<TArgs>(
        string taskName,
        IBufferWriter<byte> buffer,
        in TArgs args,
        PayloadWriter<TArgs> write,
        JsonSerializerOptions options,
        bool isSensitive)
    {
        try
        {
            using var writer = new Utf8JsonWriter(buffer, WriterOptions);
            write(writer, args, options);
            writer.Flush();
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            throw Problem(taskName, exception, isSensitive);
        }
    }

    public static TArgs ReadArgs<TTask, TArgs, TResult>(ReadOnlySpan<byte> json, JsonSerializerOptions options, bool isLenient = false)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        try
        {
            var reader = new Utf8JsonReader(json, isLenient ? LenientOptions : ReaderOptions);
            var args = TTask.ReadArgs(ref reader, options);
            return reader.Read() ? throw new JsonException("the JSON object with the arguments is followed by other text") : args;
        }
        catch (TaskArgumentException exception)
        {
            throw new UnreadablePayloadException(new TaskArgumentException(TTask.Name, exception.Errors, exception.InnerException));
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or NotSupportedException or ArgumentException or FormatException)
        {
            throw new UnreadablePayloadException(Problem(TTask.Name, exception, TTask.Sensitivity is not null));
        }
    }

    /// <summary>Reads the distinct names of the arguments, independent of the task.</summary>
    /// <exception cref="TaskArgumentException">The JSON is not a single object.</exception>
    public static HashSet<string> ReadNames(ReadOnlySpan<byte> json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json, LenientOptions);
        Payload.ReadStart(ref reader);
        while (Payload.MoveNext(ref reader))
        {
            names.Add(reader.GetString()!);
            reader.Skip();
        }

        return names;
    }

    public static ReadOnlyMemory<byte> WriteResult<TTask, TArgs, TResult>(TResult result, JsonSerializerOptions options)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, WriterOptions);
            TTask.WriteResult(writer, result, options);
            writer.Flush();
        }
        catch (Exception exception) when (exception
            is TaskArgumentException or JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            // A known problem describes the members, but never their values.
            var problem = exception.InnerException as PayloadProblemException;
            throw TTask.Sensitivity?.Result is null
                ? new TaskResultException(TTask.Name, exception.Message, problem is null ? exception : problem.InnerException)
                : new TaskResultException(TTask.Name, problem is null ? Unnamed(exception) : exception.Message);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>
    /// Returns the JSON from which the idempotency key is computed, not yet in canonical form: the written arguments that differ from their
    /// defaults, or the whole payload if the task definition does not tell which ones differ.
    /// </summary>
    public static ReadOnlyMemory<byte> WriteKey<TTask, TArgs, TResult>(
        in TArgs args, ReadOnlyMemory<byte> arguments, JsonSerializerOptions options)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var names = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(names, WriterOptions);
        if (!TTask.WriteKey(writer, args, options))
        {
            return arguments;
        }

        writer.Flush();
        return Select(arguments, ReadNames(names.WrittenSpan));
    }

    /// <summary>Returns a payload that contains only the arguments with the specified names.</summary>
    public static ReadOnlyMemory<byte> Select(ReadOnlyMemory<byte> arguments, HashSet<string> names)
    {
        using var document = JsonDocument.Parse(arguments);
        var buffer = new ArrayBufferWriter<byte>(arguments.Length);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        foreach (var argument in document.RootElement.EnumerateObject())
        {
            if (names.Contains(argument.Name))
            {
                argument.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <exception cref="TaskPayloadTooLargeException">The payload exceeds the limit. The message names the largest parameter.</exception>
    public static void CheckSize(string taskName, ReadOnlyMemory<byte> arguments, int limit)
    {
        if (arguments.Length > limit)
        {
            throw new TaskPayloadTooLargeException(taskName, LargestParameter(arguments), arguments.Length, limit);
        }
    }

    /// <exception cref="TaskResultException">The result exceeds the limit.</exception>
    public static void CheckResultSize(string taskName, ReadOnlyMemory<byte> result, int limit)
    {
        if (result.Length > limit)
        {
            throw new TaskResultException(
                taskName, $"it is {result.Length} bytes; the limit is {limit} bytes (TaskGenOptions.MaxResultBytes)");
        }
    }

    private static bool IsProblem(Exception exception) =>
        exception is TaskArgumentException or JsonException or InvalidOperationException or NotSupportedException or ArgumentException;

    // JSON converters of the application can put sensitive values into exception messages, so the messages are omitted for tasks with
    // sensitive data.
    private static TaskArgumentException Problem(string taskName, Exception exception, bool isSensitive) => (exception, isSensitive) switch
    {
        (TaskArgumentException known, _) => new TaskArgumentException(taskName, known.Errors, isSensitive ? null : known.InnerException),
        (_, true) => new TaskArgumentException(taskName, [Unnamed(exception)]),
        _ => new TaskArgumentException(taskName, [exception.Message], exception),
    };

    private static string Unnamed(Exception exception) =>
        $"{exception.GetType()} (its message is omitted because it may contain sensitive values)";

    private static string LargestParameter(ReadOnlyMemory<byte> arguments)
    {
        var reader = new Utf8JsonReader(arguments.Span, ReaderOptions);
        var largest = "the JSON object that contains the arguments";
        long most = -1;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var start = reader.TokenStartIndex;
            reader.Skip();
            if (reader.BytesConsumed - start > most)
            {
                most = reader.BytesConsumed - start;
                largest = $"parameter '{name}' with {most} bytes";
            }
        }

        return largest;
    }
}
