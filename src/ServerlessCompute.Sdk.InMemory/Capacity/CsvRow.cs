using System.Globalization;

namespace ServerlessCompute;

/// <summary>A row of a table whose cells hold no commas.</summary>
internal readonly struct CsvRow(string[] columns, string[] cells)
{
    public string this[string column] => cells[Array.IndexOf(columns, column)];

    public int? Int(string column) => int.TryParse(this[column], CultureInfo.InvariantCulture, out int value) ? value : null;

    public decimal? Dollars(string column) => decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) ? value : null;
}
