using System;
using System.Globalization;

namespace Ported.Legacy
{
    public class ReportWriter : IReportWriter
    {
        public string Write(string title, int columns)
        {
            return String.Format(CultureInfo.InvariantCulture, "{0} [{1}]", title, columns);
        }
    }
}
