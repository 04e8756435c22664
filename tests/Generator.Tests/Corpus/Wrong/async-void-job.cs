// An exception of an async void job ends the process or is lost; Hangfire and Quartz users find it in production.
public sealed class MailTasks(IMailer mailer)
{
    [Task(Name = "mail.send")]
    public async void [|TG0002:Send|](string to) => await mailer.SendAsync(to);
}

public interface IMailer { Task SendAsync(string to); }
