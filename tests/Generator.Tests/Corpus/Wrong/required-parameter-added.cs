// A parameter that what waits does not have.
/* TaskContracts.txt
reports.make(id: int)
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public void Make(int id, string [|TG0214:format|]) => Console.WriteLine(id + format);
}
