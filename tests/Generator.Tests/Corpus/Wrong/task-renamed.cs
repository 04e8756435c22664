// Every task that waits under the old name is left behind.
/* TaskContracts.txt
reports.make(id: int)
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.create")]
    public void [|TG0210,TG0211:Make|](int id) => Console.WriteLine(id);
}
