// A group with its own name, and a class inside another.
[TaskGroup("Mail")]
public sealed class MailBackgroundJobs
{
    [Task(Name = "mail.digest")] public void Digest(string to) => Console.WriteLine(to);
}

public static class Feature
{
    public sealed class Jobs
    {
        [Task(Name = "feature.run")] public void Run() { }
    }
}
