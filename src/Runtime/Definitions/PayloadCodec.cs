using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Exceptions;

namespace TaskGen.Definitions;

/// <summary>Whole payloads and results to bytes and back, with every failure turned into an exception that names the task.</summary>
internal static class PayloadCodec
{
    /// <summary>Deep enough for real data, shallow enough that no payload can exhaust a stack.</summary>
    public const int MaxDepth = 32;

    private static readonly JsonWriterOptions WriterOptions = new() { MaxDepth = MaxDepth };

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    // What somebody wrote by hand, and what a lenient reader has let through already.
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

    /// <summary>Writes a part of the arguments of a task.</summary>
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
            return reader.Read() ? throw new JsonException("There is something after the end of the arguments.") : args;
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

    /// <summary>The names of the arguments, each once, whatever task they are for.</summary>
    /// <exception cref="TaskArgumentException">It is not one JSON object.</exception>
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
            throw TTask.Sensitivity?.Result is null
                ? new TaskResultException(TTask.Name, exception.Message, exception)
                : new TaskResultException(TTask.Name, Unnamed(exception));
        }

        return buffer.WrittenMemory;
    }

    /// <summary>What makes two payloads equal, not yet canonical: the payload without its defaults where the task knows them.</summary>
    public static ReadOnlyMemory<byte> WriteKey<TTask, TArgs, TResult>(
        in TArgs args, ReadOnlyMemory<byte> arguments, JsonSerializerOptions options)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        if (!TTask.WriteKey(writer, args, options))
        {
            return arguments;
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <exception cref="TaskPayloadTooLargeException">
    /// The payload is over the limit; the message names the parameter that takes most of it.
    /// </exception>
    public static void CheckSize(string taskName, ReadOnlyMemory<byte> arguments, int limit)
    {
        if (arguments.Length > limit)
        {
            throw new TaskPayloadTooLargeException(taskName, LargestParameter(arguments), arguments.Length, limit);
        }
    }

    /// <exception cref="TaskResultException">The result is over the limit.</exception>
    public static void CheckResultSize(string taskName, ReadOnlyMemory<byte> result, int limit)
    {
        if (result.Length > limit)
        {
            throw new TaskResultException(taskName, $"it has {result.Length} bytes, the limit is {limit}");
        }
    }

    private static bool IsProblem(Exception exception) =>
        exception is TaskArgumentException or JsonException or InvalidOperationException or NotSupportedException or ArgumentException;

    // The user's converters write what they want into their exceptions.
    private static TaskArgumentException Problem(string taskName, Exception exception, bool isSensitive) => (exception, isSensitive) switch
    {
        (TaskArgumentException known, _) => new TaskArgumentException(taskName, known.Errors, isSensitive ? null : known.InnerException),
        (_, true) => new TaskArgumentException(taskName, [Unnamed(exception)]),
        _ => new TaskArgumentException(taskName, [exception.Message], exception),
    };

    private static string Unnamed(Exception exception) =>
        $"{exception.GetType()}; its text is left out, since it may hold something sensitive";

    private static string LargestParameter(ReadOnlyMemory<byte> arguments)
    {
        var reader = new Utf8JsonReader(arguments.Span, ReaderOptions);
        var largest = "the whole";
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
