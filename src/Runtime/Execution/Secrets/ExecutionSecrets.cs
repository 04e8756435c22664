using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TaskGen.CompilerServices;

namespace TaskGen.Execution;

/// <summary>
/// Contains the sensitive values in the arguments and the result of one execution. They are collected only when a string must be redacted,
/// so that an execution without such strings has no overhead.
/// </summary>
internal sealed class ExecutionSecrets(TaskSensitivity sensitivity, JsonSerializerOptions options, ReadOnlyMemory<byte> arguments)
{
    private readonly Lock _lock = new();
    private ReadOnlyMemory<byte> _arguments = arguments;
    private ReadOnlyMemory<byte> _result;
    private SecretTexts? _texts;

    /// <summary>Creates an instance for an execution, or returns null if the task has no sensitive values.</summary>
    public static ExecutionSecrets? Of(TaskSensitivity? sensitivity, JsonSerializerOptions options, ReadOnlyMemory<byte> arguments) =>
        sensitivity is null ? null : new ExecutionSecrets(sensitivity, options, arguments);

    /// <summary>
    /// Replaces the arguments with the complete arguments of a canvas task, which include the input from a preceding task.
    /// </summary>
    public void Complete(ReadOnlyMemory<byte> arguments)
    {
        lock (_lock)
        {
            (_arguments, _texts) = (arguments, null);
        }
    }

    /// <summary>Adds the return value of the task method.</summary>
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

    /// <summary>Returns a string with the sensitive values masked.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => text is null ? null : Texts().Redact(text);

    /// <summary>Returns an exception whose message, stack trace, and string form have the sensitive values masked.</summary>
    [return: NotNullIfNotNull(nameof(exception))]
    public Exception? Redact(Exception? exception) => exception is null ? null : RedactedException.Of(exception, Texts().Redact);

    /// <summary>Returns a progress report with the sensitive values masked.</summary>
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
            // The sensitive values cannot be found in invalid JSON, so every string is masked completely.
            return SecretTexts.Unknown;
        }

        return new SecretTexts(forms);
    }
}
