// The time of the call is part of the key.
public sealed class DigestTasks
{
    [Task(Name = "digest.send", Idempotent = true)]
    public int Send(string user, DateTime at) => user.Length + at.Day;
}

public sealed class Digest(DigestTasksClient digest)
{
    public async Task Queue(string user) => await digest.Send.DelayAsync(user, [|TG0303:DateTime.UtcNow|]);
}
