using Microsoft.Extensions.Logging;

namespace TaskGen.Sample;

/// <summary>What <see cref="UserTasks"/> logs.</summary>
internal static partial class UserTasksLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {Number} is given up: {Reason}")]
    public static partial void BatchFailed(ILogger logger, int number, string reason);
}
