using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Content;

/// <summary>Makes backups, whose attempts end in different ways.</summary>
/// <param name="journal">The record of the work.</param>
public sealed class BackupTasks(IJournal journal)
{
    /// <summary>Makes a backup.</summary>
    /// <param name="name">The name.</param>
    /// <param name="context">The context of the attempt.</param>
    /// <returns>The number of attempts that were counted.</returns>
    [Task(Name = "backups.create", Queue = "maintenance", Retry = 4, RetryBaseDelaySeconds = 0.01)]
    [RetryOn<IOException>]
    [GiveUpOn<FileNotFoundException>]
    public async Task<int> Create(string name, TaskContext context)
    {
        await Task.Yield();
        journal.Add($"backup {name}, attempt {context.Attempt}");
        return context.Attempt > 2 ? context.Attempt : throw new IOException("The disk is busy.");
    }

    /// <summary>Restores a backup.</summary>
    /// <param name="name">The name.</param>
    [Task(Name = "backups.restore", Queue = "maintenance", Retry = 4, RetryBaseDelaySeconds = 0.01)]
    [RetryOn<IOException>]
    [GiveUpOn<FileNotFoundException>]
    public static void Restore(string name) => throw new FileNotFoundException("The backup does not exist.", name);

    /// <summary>Deletes backups.</summary>
    /// <param name="days">The age.</param>
    /// <param name="context">The context of the attempt.</param>
    /// <returns>The number of backups.</returns>
    [Task(Name = "backups.prune", Queue = "maintenance")]
    public Task<long> Prune(int days, TaskContext context)
    {
        if (!journal.Contains("snoozed"))
        {
            journal.Add("snoozed");
            throw new TaskSnoozeException(TimeSpan.FromMilliseconds(10));
        }

        return Task.FromResult((long)days * context.Attempt);
    }
}
