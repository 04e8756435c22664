using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TaskGen.CompilerServices;

namespace TaskGen.Execution;

/// <summary>
/// The sensitive values in the arguments and the result of one execution. They are collected only when a text must be redacted, so that an
/// execution without such texts has no overhead.
/// </summary>
internal sealed class ExecutionSecrets(TaskSensitivity sensitivity, JsonSerializerOptions options, ReadOnlyMemory<byte> arguments)
{
    private readonly Lock _lock = new();
    private ReadOnlyMemory<byte> _arguments = arguments;
    private ReadOnlyMemory<byte> _result;
    private SecretTexts? _texts;

    /// <summary>Creates the secrets of an execution; null if its task has no sensitive values.</summary>
    public static ExecutionSecrets? Of(TaskSensitivity? sensitivity, JsonSerializerOptions options, ReadOnlyMemory<byte> arguments) =>
        sensitivity is null ? null : new ExecutionSecrets(sensitivity, options, arguments);

    /// <summary>Replaces the arguments with the completed arguments that the handler receives.</summary>
    public void Complete(ReadOnlyMemory<byte> arguments)
    {
        lock (_lock)
        {
            (_arguments, _texts) = (arguments, null);
        }
    }

    /// <summary>Adds the return value of the handler.</summary>
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

    /// <summary>Gets a text without the sensitive values.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => text is null ? null : Texts().Redact(text);

    /// <summary>Gets an exception whose texts do not contain the sensitive values.</summary>
    [return: NotNullIfNotNull(nameof(exception))]
    public Exception? Redact(Exception? exception) => exception is null ? null : RedactedException.Of(exception, Texts().Redact);

    /// <summary>Gets a progress report without the sensitive values.</summary>
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
            // The sensitive values cannot be found in unreadable JSON, so all texts are masked.
            return SecretTexts.Unknown;
        }

        return new SecretTexts(forms);
    }
}
