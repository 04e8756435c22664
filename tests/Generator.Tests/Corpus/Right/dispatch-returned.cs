// Whoever calls awaits it.
public sealed class MailTasks { [Task(Name = "mail.send")] public void Send(string to) => Console.WriteLine(to); }

public sealed class Mail(MailTasksClient mail)
{
    public Task Send(string to) => mail.Send.DelayAsync(to);

    public Task SendAll(IEnumerable<string> receivers) => Task.WhenAll(receivers.Select(to => mail.Send.DelayAsync(to)));
}
