using Microsoft.Extensions.Logging;

namespace TaskGen.Sample;

/// <summary>Contains the log messages of <see cref="UserTasks"/>.</summary>
internal static partial class UserTasksLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {Number} was abandoned: {Reason}")]
    public static partial void BatchFailed(ILogger logger, int number, string reason);
}
