// -1 for "for ever", as other systems have it.
public sealed class PollTasks
{
    [Task(Name = "poll.run", [|TG0010:Retry = -1|])]
    public void Run() { }
}
