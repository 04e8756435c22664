using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TaskGen.CompilerServices;

namespace TaskGen.Execution;

/// <summary>
/// What one execution must not tell anybody: the sensitive values of its arguments and of its result. They are looked for only when there
/// is a text that may hold one, so an execution that says nothing costs nothing.
/// </summary>
internal sealed class ExecutionSecrets(TaskSensitivity sensitivity, JsonSerializerOptions options, ReadOnlyMemory<byte> arguments)
{
    private readonly Lock _lock = new();
    private ReadOnlyMemory<byte> _arguments = arguments;
    private ReadOnlyMemory<byte> _result;
    private SecretTexts? _texts;

    /// <summary>Those of a task; null where it has nothing sensitive.</summary>
    public static ExecutionSecrets? Of(TaskSensitivity? sensitivity, JsonSerializerOptions options, ReadOnlyMemory<byte> arguments) =>
        sensitivity is null ? null : new ExecutionSecrets(sensitivity, options, arguments);

    /// <summary>The arguments as the handler gets them, where they were completed on the way.</summary>
    public void Complete(ReadOnlyMemory<byte> arguments)
    {
        lock (_lock)
        {
            (_arguments, _texts) = (arguments, null);
        }
    }

    /// <summary>What the handler has returned.</summary>
    public void AddResult(ReadOnlyMemory<byte> result)
    {
        if (sensitivity.Result is not null && !result.IsEmpty)
        {
            lock (_lock)
            {
                (_result, _texts) = (result, null);
            }
        }
    }

    /// <summary>A text without the values.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => text is null ? null : Texts().Redact(text);

    /// <summary>An exception whose texts are without the values.</summary>
    [return: NotNullIfNotNull(nameof(exception))]
    public Exception? Redact(Exception? exception) => exception is null ? null : RedactedException.Of(exception, Texts().Redact);

    /// <summary>A progress report without the values.</summary>
    public ReadOnlyMemory<byte> RedactProgress(ReadOnlyMemory<byte> report) =>
        RedactedProgress.Write(report, Texts(), sensitivity.Detail, options);

    private SecretTexts Texts()
    {
        lock (_lock)
        {
            return _texts ??= Find();
        }
    }

    private SecretTexts Find()
    {
        var forms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            SensitiveJson.FindInArguments(_arguments, sensitivity, options, value => SecretForms.Add(value, forms));
            if (!_result.IsEmpty)
            {
                SensitiveJson.Find(_result, sensitivity.Result!, options, value => SecretForms.Add(value, forms));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Somewhere in what cannot be read stands what must not be seen.
            return SecretTexts.Unknown;
        }

        return new SecretTexts(forms);
    }
}
