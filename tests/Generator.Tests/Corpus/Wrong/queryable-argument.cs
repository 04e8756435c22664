// A query is not its rows.
public sealed class MailingTasks
{
    [Task(Name = "mailing.send")]
    public int Send(IQueryable<string> [|TG0101:receivers|]) => receivers.Count();
}
