namespace TaskGen.Exceptions;

/// <summary>
/// The exception that is thrown when a result cannot be serialized or is too large. The task is not retried, because the next attempt would
/// most likely return the same result.
/// </summary>
internal sealed class TaskResultException(string taskName, string problem, Exception? innerException = null)
    : TaskGenException(ToSentence($"The result of task '{taskName}' cannot be stored: {problem}"), innerException);
