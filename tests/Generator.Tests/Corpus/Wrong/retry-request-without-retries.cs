// An API that asks to come back later: the first such answer is the last one.
public sealed class SyncTasks(IApi api)
{
    [Task(Name = "sync.pull")]
    public async Task<string> Pull(int id, CancellationToken cancellationToken)
    {
        var answer = await api.AskAsync(id, cancellationToken);
        if (answer.RetryAfter is { } delay)
        {
            throw [|TG0311:new TaskRetryException(delay)|];
        }

        return answer.Text;
    }
}

public interface IApi { Task<Answer> AskAsync(int id, CancellationToken cancellationToken); }

public sealed record Answer(string Text, TimeSpan? RetryAfter);
