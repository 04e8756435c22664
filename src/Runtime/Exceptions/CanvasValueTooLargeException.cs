namespace TaskGen.Exceptions;

/// <summary>The results of a group are more than whoever wants them all at once takes.</summary>
internal sealed class CanvasValueTooLargeException(int maxBytes)
    : TaskGenException($"The result is more than {maxBytes} bytes of JSON. Let the tasks store what they make, and return where it is.");
