#include "app/sample/name_lists.h"

namespace fullcircle {
namespace {

constexpr std::string_view kFirstNames[] = {
    "Adaeze", "Adrián", "Aiko", "Akira", "Aleksandra", "Amina", "Amir", "Ana", "Anders", "Anika", "Antoine", "Arjun", "Astrid",
    "Ayşe", "Bao", "Beatriz", "Bilal", "Birgit", "Bruno", "Camila", "Carlos", "Chiara", "Chidi", "Clara", "Claire", "Daan",
    "Dagmar", "Daniela", "Darius", "Deniz", "Diego", "Dmitri", "Edith", "Ekaterina", "Eleni", "Elif", "Emeka", "Emil", "Emma",
    "Erik", "Esther", "Fatima", "Felix", "Fernanda", "Filip", "Finn", "Freya", "Gabriela", "Gianni", "Giulia", "Grace", "Greta",
    "Hana", "Hannah", "Hao", "Hassan", "Heike", "Henrik", "Hiroshi", "Hugo", "Ida", "Ingrid", "Isabel", "Ivan", "Jakub", "Jana",
    "Javier", "Jin", "Joana", "Johan", "José", "Julia", "Jürgen", "Kaito", "Karim", "Karolina", "Kasper", "Katarína", "Kemal",
    "Kofi", "Kwame", "Lars", "Layla", "Leila", "Leon", "Li", "Liam", "Lina", "Linnea", "Lucas", "Lucía", "Luis", "Magnus", "Maja",
    "Malik", "Marek", "Maria", "Marta", "Matteo", "Maya", "Mehmet", "Mei", "Mette", "Miguel", "Milan", "Min", "Miriam", "Mohamed",
    "Nadia", "Naoko", "Natalia", "Ngozi", "Nikolai", "Nina", "Noah", "Noor", "Olga", "Olivia", "Omar", "Oscar", "Paolo", "Pavel",
    "Pedro", "Petra", "Pilar", "Radek", "Rafael", "Rania", "Ravi", "Ricardo", "Rosa", "Ruth", "Sabine", "Saïd", "Sakura", "Sanna",
    "Sara", "Sebastian", "Sipho", "Sofia", "Stefan", "Sven", "Svetlana", "Tamara", "Tariq", "Thandi", "Theo", "Tuan", "Ulrike",
    "Valentina", "Viktor", "Wanjiru", "Wei", "Xin", "Yara", "Yasmin", "Yusuf", "Zahra", "Zoë",
};

constexpr std::string_view kFamilyNames[] = {
    "Abebe", "Ahmed", "Akhtar", "Almeida", "Andersson", "Antonov", "Bakker", "Balogun", "Banerjee", "Bauer", "Becker", "Bergström",
    "Bianchi", "Björk", "Brandt", "Brown", "Cabrera", "Campbell", "Castro", "Chen", "Christensen", "Clark", "Costa", "Cruz", "Dahl",
    "Das", "De Vries", "Demir", "Diallo", "Dietrich", "Dubois", "Dvořák", "Ebert", "Eriksen", "Evans", "Farkas", "Fernández",
    "Fischer", "Fontaine", "Fraser", "Fujita", "García", "Georgiou", "Ghosh", "Gomes", "González", "Graf", "Gupta", "Haddad", "Hall",
    "Hansen", "Hartmann", "Hassan", "Herrera", "Hoffmann", "Horvat", "Hughes", "Huang", "Ibrahim", "Ito", "Ivanova", "Jansen",
    "Jensen", "Jiménez", "Johansson", "Jones", "Kamau", "Kaplan", "Kaur", "Keller", "Khan", "Kim", "Kimura", "Klein", "Kovács",
    "Kowalska", "Krüger", "Kumar", "Larsen", "Laurent", "Lee", "Lehmann", "Li", "Lindqvist", "López", "Lund", "Maier", "Marino",
    "Martin", "Mbeki", "Mensah", "Meyer", "Mohamud", "Molina", "Moreau", "Mwangi", "Nakamura", "Navarro", "Nguyen", "Nielsen",
    "Novák", "Nowak", "O’Brien", "Okafor", "Olsen", "Öztürk", "Park", "Patel", "Pereira", "Petrov", "Pham", "Popescu", "Ramos",
    "Rao", "Reyes", "Richter", "Rossi", "Ruiz", "Sato", "Schmidt", "Schneider", "Sharma", "Silva", "Singh", "Smith", "Sørensen",
    "Stein", "Suzuki", "Svensson", "Taylor", "Tanaka", "Tran", "Ueda", "Vargas", "Virtanen", "Vogel", "Wagner", "Walker", "Wang",
    "Weber", "Wolf", "Wright", "Yamamoto", "Yılmaz", "Zhang", "Zhou", "Zimmermann",
};

}  // namespace

std::span<const std::string_view> sample_first_names() { return kFirstNames; }
std::span<const std::string_view> sample_family_names() { return kFamilyNames; }

}  // namespace fullcircle
