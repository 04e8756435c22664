// The time is an argument, the order is the key.
public sealed class DigestTasks
{
    [Task(Name = "digest.send", Idempotent = true)]
    public int Send(string user, DateTime at) => user.Length + at.Day;
}

public sealed class Digest(DigestTasksClient digest)
{
    public async Task Queue(string user) => await digest.Send.With(new() { IdempotencyKey = user }).DelayAsync(user, DateTime.UtcNow);
}
