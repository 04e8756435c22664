namespace TaskGen.Exceptions;

/// <summary>The method returned something that cannot be stored. Another attempt would only repeat it.</summary>
internal sealed class TaskResultException(string taskName, string problem, Exception? innerException = null)
    : TaskGenException($"The result of task '{taskName}' cannot be stored: {problem}", innerException);
