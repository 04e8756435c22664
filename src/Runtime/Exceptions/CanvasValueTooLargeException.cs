namespace TaskGen.Exceptions;

/// <summary>The exception that is thrown when the results of a group, combined into one JSON value, exceed a size limit.</summary>
internal sealed class CanvasValueTooLargeException(int maxBytes)
    : TaskGenException(
        $"The results of the group exceed {maxBytes} bytes of JSON. "
        + "Have the tasks store their results elsewhere and return an id or a URI.");
